namespace GuruReports.Hosting.Boundary;

/// <summary>The end of a job.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Value">What it returned; null unless completed.</param>
/// <param name="Error">What it threw, as text; null unless failed.</param>
/// <param name="Duration">How long it was waited for.</param>
/// <param name="ThreadId">The operating system's id of the thread that was left alone; 0 unless late.</param>
internal readonly record struct JobResult<T>(JobOutcome Outcome, T? Value, ErrorText? Error, TimeSpan Duration, int ThreadId)
    where T : class
{
    /// <summary>Says why there is no value.</summary>
    /// <param name="limit">The time that the job had.</param>
    public string Explain(TimeSpan limit) => Outcome switch
    {
        JobOutcome.Completed => "it returned nothing",
        JobOutcome.Failed => Error!.Short,
        JobOutcome.Late => FormattableString.Invariant($"it did not return within {limit.TotalSeconds:0.###} s"),
        JobOutcome.Quarantined => "an earlier call has not returned yet",
        _ => "too much hangs already",
    };
}
