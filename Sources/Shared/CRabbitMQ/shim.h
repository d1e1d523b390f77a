#ifndef PASSERELLE_CRABBITMQ_H
#define PASSERELLE_CRABBITMQ_H

#include <amqp.h>
#include <amqp_framing.h>
#include <amqp_ssl_socket.h>
#include <amqp_tcp_socket.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

/* Swift calls no variadic C function: the one mechanism that Passerelle uses, with its arity fixed. */
static inline amqp_rpc_reply_t passerelle_amqp_login_plain(
    amqp_connection_state_t state, const char *virtual_host, int heartbeat, const amqp_table_t *properties,
    const char *user, const char *password)
{
    return amqp_login_with_properties(
        state, virtual_host, 0, AMQP_DEFAULT_FRAME_SIZE, heartbeat, properties, AMQP_SASL_METHOD_PLAIN, user, password);
}

/* The library's sends wait without end while a peer takes nothing; the kernel's own bound makes them fail. */
static inline int passerelle_amqp_bound_sends(int socket, unsigned int milliseconds)
{
#ifdef TCP_USER_TIMEOUT
    return setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &milliseconds, sizeof milliseconds);
#else
    return 0;
#endif
}

/* Has OpenSSL look for the host in the certificate when that is an address; 0 when it is none. The library itself looks
   among the certificate's names only, and would find no address. */
static inline int passerelle_amqp_expect_address(amqp_socket_t *socket, const char *host)
{
    return X509_VERIFY_PARAM_set1_ip_asc(SSL_CTX_get0_param((SSL_CTX *)amqp_ssl_socket_get_context(socket)), host);
}

#endif
