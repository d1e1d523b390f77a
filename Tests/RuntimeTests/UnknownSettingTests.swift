import Testing

@testable import Runtime

@Suite struct UnknownSettingTests {
    @Test(
        arguments: [
            ("HUBSPOT_POL_SECONDS", "HUBSPOT_POLL_SECONDS"), ("DASHBOARD_PORT", nil),
            ("ARTIS_APIKEY", "ARTIS_API_KEY"), ("AMQP_URL_FIEL", "AMQP_URL_FILE"), ("LOG_LEVEL_", "LOG_LEVEL"),
            ("HUBSPOT_A_NAME_THAT_IS_NEAR_TO_NOTHING_AT_ALL", nil),
        ] as [(String, String?)])
    func `a name with our prefix that does not exist is told with the nearest`(name: String, suggestion: String?) {
        let unknown = UnknownSetting.all(in: [
            name: "1", "PATH": "/bin", "LOG_LEVEL": "info", "DATABASE_URL_FILE": "/f",
        ])
        #expect(unknown == [UnknownSetting(variable: name, suggestion: suggestion)])
    }

    @Test func `an unknown name is no fault`() throws {
        _ = try Settings.read(WorkerSettings.self, from: ["WORKER_PORT": "tcp://10.0.0.1:80"])
    }

    @Test func `known, empty and foreign names are no warnings`() {
        var environment = ["HUBSPOT_POL_SECONDS": "", "HOME": "/root", "LOGNAME": "ann"]
        for name in SettingName.allCases { environment[name.rawValue] = "x" }
        #expect(UnknownSetting.all(in: environment) == [])
        #expect(UnknownSetting.all(in: ["HUBSPOT_PIPELINE_FILE": "x"]).map(\.variable) == ["HUBSPOT_PIPELINE_FILE"])
    }

    @Test func `the distance of two words is what it takes to turn one into the other`() {
        #expect(editDistance(Array("kitten".utf8), Array("sitting".utf8)) == 3)
        #expect(editDistance([], Array("abc".utf8)) == 3)
        #expect(editDistance(Array("abc".utf8), []) == 3)
    }
}
