-- Run once, when the cluster is made, by the superuser, whose password no program knows.
-- passerelle owns the database: migrations, dumps, restores; it may make it anew, and end the programs' sessions for that.
-- passerelle_fleet, as which the programs sign in, may read and write rows, and neither make nor drop a table.
\set owner_password `cat /run/secrets/database_owner_password`
\set fleet_password `cat /run/secrets/database_password`
CREATE ROLE passerelle LOGIN CREATEDB PASSWORD :'owner_password';
CREATE ROLE passerelle_fleet LOGIN PASSWORD :'fleet_password' ROLE passerelle;
CREATE DATABASE passerelle OWNER passerelle;
\connect passerelle
-- Whatever a migration makes later. A dump holds these two, so that a restored database has them too.
ALTER DEFAULT PRIVILEGES FOR ROLE passerelle GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO passerelle_fleet;
ALTER DEFAULT PRIVILEGES FOR ROLE passerelle GRANT USAGE ON SEQUENCES TO passerelle_fleet;
