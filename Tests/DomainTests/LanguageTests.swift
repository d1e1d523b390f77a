import Domain
import Testing

@Suite struct LanguageTests {
    @Test(
        arguments: [
            ([:], .en), (["LANG": "fr_FR.UTF-8"], .fr), (["LANG": "fr"], .fr), (["LANG": "FR_CH"], .fr),
            (["LANG": "C.UTF-8"], .en),
            (["LANG": "fr_FR", "LC_ALL": "en_GB"], .en), (["LANG": "en_US", "LC_MESSAGES": "fr_BE"], .fr),
            (["LANG": "fr_FR", "LC_ALL": "", "LC_MESSAGES": ""], .fr), (["LC_ALL": "fr_CA", "LC_MESSAGES": "en"], .fr),
            (["LANG": "fry_NL"], .en), (["LANG": "de_DE"], .en),
        ] as [([String: String], Language)])
    func `French where the locale says so, English elsewhere`(environment: [String: String], language: Language) {
        #expect(Language(environment: environment) == language)
    }
}
