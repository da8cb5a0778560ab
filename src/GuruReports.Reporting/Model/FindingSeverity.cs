namespace GuruReports.Reporting.Model;

/// <summary>Says how grave a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; nothing needs to be done now.</summary>
    Information,

    /// <summary>Something is wrong or soon will be.</summary>
    Warning,

    /// <summary>The service cannot do its work.</summary>
    Critical,
}
