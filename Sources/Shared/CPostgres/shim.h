#ifndef PASSERELLE_CPOSTGRES_H
#define PASSERELLE_CPOSTGRES_H

#include <libpq-fe.h>

#endif
