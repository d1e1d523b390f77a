public import Pipeline

/// The trades of all four workers, for whoever looks at every kind.
public enum EveryTrade {
    public static let list: [any Trade] = [
        CompanyTrade(), DependantSurvey(DealTrade()), DependantSurvey(ContactTrade()), DependantSurvey(ActivityTrade()),
    ]
}
