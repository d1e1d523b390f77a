import Domain

private let invisible = "python-stdnum keeps invisible characters; people paste them from web pages and spreadsheets"
private let hyphens = "python-stdnum strips blanks and dots only; people also type hyphens"
private let scripts = "python-stdnum reads full-width digits as digits; a register number is ASCII"

extension SIRETCase {
    static let table: [SIRETCase] = [
        // spelled as they should be
        .valid("73282932000074", "73282932000074"),
        .valid("44306184100047", "44306184100047"),
        .valid("55203253400646", "55203253400646"),
        .valid("12002701600357", "12002701600357"),
        .valid("05520174300030", "05520174300030"),
        .valid("00000001800010", "00000001800010"),
        // blanks of any kind, dots, hyphens
        .valid("732 829 320 00074", "73282932000074"),
        .valid("  73282932000074\n", "73282932000074"),
        .valid("\t732\t829\t320\t00074", "73282932000074", differs: "python-stdnum strips no tab between digits"),
        .valid("732\u{A0}829\u{A0}320\u{A0}00074", "73282932000074"),
        .valid("732\u{202F}829\u{202F}320\u{202F}00074", "73282932000074"),
        .valid("732\u{2009}829\u{2009}320\u{2009}00074", "73282932000074"),
        .valid("732\u{3000}82932000074", "73282932000074"),
        .valid("\u{FEFF}73282932000074", "73282932000074", differs: invisible),
        .valid("732\u{200B}829\u{200B}32000074", "73282932000074", differs: invisible),
        .valid("\u{202A}73282932000074\u{202C}", "73282932000074", differs: invisible),
        .valid("732.829.320.00074", "73282932000074"),
        .valid("732829320-00074", "73282932000074", differs: hyphens),
        .valid("732\u{2011}829\u{2011}320\u{2013}00074", "73282932000074", differs: hyphens),
        .valid("732829320\u{2212}00074", "73282932000074", differs: hyphens),
        // La Poste
        .valid("35600000000048", "35600000000048"),
        .valid("35600000049837", "35600000049837"),
        .valid("35600000000010", "35600000000010"),
        .valid("356 000 000 00105", "35600000000105"),
        .fault("35600000000014", .checksum),
        .fault("35600000000011", .checksum),
        // nothing there
        .fault("", .missing),
        .fault("   ", .missing),
        .fault("\u{A0}\u{202F}\u{200B}\u{FEFF}", .missing),
        .fault("-", .missing),
        // wrong digits
        .fault("73282932000075", .checksum),
        .fault("73282932000047", .checksum),
        .fault("73282932100007", .sirenChecksum),
        .fault("37282932000078", .sirenChecksum),
        .fault("00000000000000", .allZeros, differs: "zeros pass every check digit; no establishment has them"),
        .fault("0", .allZeros),
        .fault("0000000000000", .allZeros),
        // wrong length
        .fault("5520174300030", .thirteenDigits(leadingZeroLikely: true)),
        .fault("5 520 174 300 030", .thirteenDigits(leadingZeroLikely: true)),
        .fault("7328293200007", .thirteenDigits(leadingZeroLikely: false)),
        .fault("732829320", .nineDigits),
        .fault("732 829 320", .nineDigits),
        .fault("732829320000741", .wrongLength(15)),
        .fault("732829", .wrongLength(6)),
        .fault("7328293200007473282932000074", .wrongLength(28)),
        // no number at all
        .fault("FR44732829320", .vatNumber),
        .fault("fr 44 732 829 320", .vatNumber),
        .fault("FRK7732829320", .vatNumber),
        .fault("BE0732829320", .notDigits),
        .fault("FR4473282932", .notDigits),
        .fault("7328293200007A", .notDigits),
        .fault("7.3282932E13", .notDigits),
        .fault("SIRET 73282932000074", .notDigits),
        .fault("73282932000074,0", .notDigits),
        .fault("73282932O00074", .notDigits),
        .fault("٧٣٢٨٢٩٣٢٠٠٠٠٧٤", .notDigits),
        .fault("７３２８２９３２００００７４", .notDigits, differs: scripts),
        .fault("7328293200007\u{301}4", .notDigits),
        .fault("\0", .notDigits),
        .fault("+73282932000074", .notDigits),
    ]
}
