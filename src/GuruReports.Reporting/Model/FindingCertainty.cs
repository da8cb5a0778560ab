namespace GuruReports.Reporting.Model;

/// <summary>Says how sure a rule is of its finding.</summary>
public enum FindingCertainty
{
    /// <summary>The evidence fits, other causes fit too.</summary>
    Suspected,

    /// <summary>Other causes are unlikely.</summary>
    Likely,

    /// <summary>The evidence proves it.</summary>
    Certain,
}
