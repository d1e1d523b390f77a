import Foundation
import Testing

@testable import Runtime

@Suite struct SecretTests {
    @Test func `a secret shows itself nowhere by accident`() {
        let settings = ArtisSettings(baseURL: .hubspot, apiKey: Secret("hunter2"))
        var dumped = ""
        dump(settings, to: &dumped)
        for text in ["\(settings)", "\(settings.apiKey)", String(reflecting: settings), dumped] {
            #expect(!text.contains("hunter2"))
        }
        #expect(settings.apiKey.exposed == "hunter2")
    }

    @Test(arguments: SettingName.allCases.filter(\.isSecret))
    func `a wrong secret is masked in its fault`(name: SettingName) {
        for wrong in [
            "hunter2 with blanks", "xyz://ann:hunter2@host/d?password=hunter2", "xyz://ann:hun/ter2@h", "hunter2\n",
        ] {
            for fault in SettingsTests.faults([name.rawValue: wrong]) {
                #expect(!fault.description.contains("hunter2"))
                #expect(!fault.description.contains("ter2"))
                #expect(fault.description.contains("***"))
            }
        }
    }

    @Test func `a masked URL still shows where it points`() {
        #expect(Mask.text("mysql://ann:pw@db.example.com:3306/x?password=pw") == "mysql://***@db.example.com:3306/x")
        #expect(Mask.text("mysql://db.example.com/?token=pw") == "mysql://***")
        #expect(Mask.text("pw") == "***")
    }

    @Test(arguments: SettingName.allCases.filter(\.isSecret))
    func `every secret is also read from a file, without its line end`(name: SettingName) throws {
        let value = SettingsTests.enough[name.rawValue] ?? "http://u:p@h:15672"
        let path = try Self.file(value + "\r\n")
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(SettingsTests.faults([name.rawValue: "", name.rawValue + "_FILE": path]) == [])
    }

    @Test func `the text of the file is the secret`() throws {
        let path = try Self.file("k3y\n")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let artis = try Settings.read(
            ArtisSettings.self,
            from: ["ARTIS_BASE_URL": "https://erp", "ARTIS_API_KEY": "", "ARTIS_API_KEY_FILE": path])
        #expect(artis.apiKey.exposed == "k3y")
    }

    @Test func `a file that will not do is told by its own name`() throws {
        let empty = try Self.file("\n")
        let large = try Self.file(String(repeating: "x", count: 70_000))
        defer { for path in [empty, large] { try? FileManager.default.removeItem(atPath: path) } }
        for path in ["/nowhere/at/all", empty, large] {
            let faults = SettingsTests.faults(["ARTIS_API_KEY": "", "ARTIS_API_KEY_FILE": path])
            #expect(faults.map(\.variable) == ["ARTIS_API_KEY_FILE"])
            #expect(faults.first?.given == "\"\(path)\"")
        }
        #expect(SettingsTests.faults(["ARTIS_API_KEY_FILE": ""]) == [])
        #expect(SettingsTests.faults(["ARTIS_API_KEY_FILE": empty]).first?.allowed.contains("not both") == true)
    }

    static func file(_ text: String) throws -> String {
        let path = NSTemporaryDirectory() + "secret-" + UUID().uuidString
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }
}
