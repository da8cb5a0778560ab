namespace GuruReports.Reporting.Model;

/// <summary>Says how much of a section there is.</summary>
public enum SectionStatus
{
    /// <summary>The section is whole.</summary>
    Complete,

    /// <summary>Something is missing, and the reason says what.</summary>
    Partial,

    /// <summary>The generator threw.</summary>
    Failed,

    /// <summary>The generator did not return within its time.</summary>
    Late,

    /// <summary>The generator was not asked: an earlier call of it has not returned yet.</summary>
    Quarantined,

    /// <summary>The facts cannot be had here; the reason says why.</summary>
    Unavailable,

    /// <summary>The section was not reached before the report had to end.</summary>
    Skipped,
}
