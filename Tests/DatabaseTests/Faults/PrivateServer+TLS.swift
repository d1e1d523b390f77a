import Database

extension PrivateServer {
    /// Where the certificates are, and the authority that signed them: `authority.pem`. `stranger.pem` signed none.
    var certificates: String { folder + "/postgres/tls" }

    /// All for one key: `right` names localhost and 127.0.0.1, `expired` does too, until yesterday.
    private static let script = """
        exec 2>&1
        set -e
        mkdir -p "$0"
        cd "$0"
        key="-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
        openssl req -x509 $key -days 1 -subj /CN=authority -keyout authority.key -out authority.pem
        openssl req -x509 $key -days 1 -subj /CN=stranger -keyout stranger.key -out stranger.pem
        openssl req -new $key -subj /CN=database -keyout key.pem -out request.pem
        echo "subjectAltName = DNS:localhost,IP:127.0.0.1" >names
        sign="openssl x509 -req -in request.pem -CA authority.pem -CAkey authority.key -CAcreateserial -extfile names"
        $sign -days 1 -out right.pem
        $sign -days -1 -out expired.pem
        chmod 600 key.pem
        if [ "$(id -u)" = 0 ]; then chown postgres . *; fi
        """

    func makeCertificates() async throws {
        let made = await shell(["bash", "-c", Self.script, certificates])
        guard made.code == 0 else { throw ServerFailure(said: made.output) }
    }

    /// Has the server speak TLS from now on, with this certificate; it takes a moment until it does.
    func speakTLS(_ certificate: String, asked database: Database) async throws {
        for change in [
            "ssl_key_file = '\(certificates)/key.pem'", "ssl_cert_file = '\(certificates)/\(certificate).pem'", "ssl = on",
        ] {
            try await database.script("ALTER SYSTEM SET \(change)")
        }
        try await database.script("SELECT pg_reload_conf()")
    }
}
