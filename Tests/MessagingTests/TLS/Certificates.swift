/// The certificates that a broker shows, made by the `openssl` command, all for one key.
enum Certificates: String {
    /// For `localhost` and for 127.0.0.1.
    case right
    /// For another host.
    case elsewhere
    /// Its last day was yesterday.
    case expired

    /// The file of the authority that has signed them; the name is one that a URL must encode.
    static let authority = "autorité & cie.pem"
    /// The file of one that has signed none.
    static let stranger = "stranger.pem"

    private static let script = """
        set -e
        mkdir -p "$0"
        cd "$0"
        key="-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
        openssl req -x509 $key -days 1 -subj /CN=authority -keyout authority.key -out authority.pem
        openssl req -x509 $key -days 1 -subj /CN=stranger -keyout stranger.key -out stranger.pem
        openssl req -new $key -subj /CN=broker -keyout key.pem -out request.pem
        sign() {
            echo "subjectAltName = $3" >names
            openssl x509 -req -in request.pem -CA authority.pem -CAkey authority.key -CAcreateserial -days "$2" \
                -extfile names -out "$1.pem"
        }
        sign right 1 DNS:localhost,IP:127.0.0.1
        sign elsewhere 1 DNS:broker.example.com,IP:192.0.2.1
        sign expired -1 DNS:localhost,IP:127.0.0.1
        cp right.pem certificate.pem
        cp authority.pem "$1"
        """

    /// As bin/servers looks for them; the right one is shown.
    static func make(in folder: String) async throws {
        _ = try await OwnBroker.run(["-c", script, folder, authority])
    }
}
