namespace GuruReports.Hosting.Boundary;

/// <summary>How a job ended.</summary>
internal enum JobOutcome
{
    /// <summary>It returned.</summary>
    Completed,

    /// <summary>It threw.</summary>
    Failed,

    /// <summary>It did not return in time; its thread was left alone.</summary>
    Late,

    /// <summary>It was not begun: an earlier one of the same name has not returned.</summary>
    Quarantined,

    /// <summary>It was not begun: too many threads were left alone already, or there is no thread to be had.</summary>
    Refused,
}
