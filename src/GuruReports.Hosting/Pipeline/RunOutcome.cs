namespace GuruReports.Hosting.Pipeline;

/// <summary>How a piece of foreign work on an abandonable thread ended.</summary>
internal enum RunOutcome
{
    Completed,
    Failed,
    Late,
    Quarantined,
    Refused,
}
