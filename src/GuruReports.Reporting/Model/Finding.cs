namespace GuruReports.Reporting.Model;

/// <summary>One thing that is wrong, with what shows it.</summary>
public sealed record Finding
{
    /// <summary>Gets the stable identifier, documented in docs/findings.md (for example <c>GURU001</c>).</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name of what was found, in one or two words (for example <c>DEADLOCK</c>).</summary>
    public required string Name { get; init; }

    /// <summary>Gets how grave it is.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>Gets how sure the rule is.</summary>
    public FindingCertainty Certainty { get; init; } = FindingCertainty.Certain;

    /// <summary>Gets the cause in one sentence, in an operator's words.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets what shows it: threads, frames and numbers, one statement a line, the most telling first.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Gets what to do or look at next, in one sentence; null when there is nothing to say.</summary>
    public string? Advice { get; init; }

    /// <summary>Gets since when it shows in what the process recorded of itself, UTC; null where that is not known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Gets the rank among findings of the same severity: the greater, the nearer to the cause.</summary>
    public int Weight { get; init; }

    /// <summary>Gets the numbers of the nodes of the report's wait graph that it is the root of; for who makes the report, not shown.</summary>
    internal IReadOnlyList<int> Roots { get; init; } = [];

    /// <summary>Gets the numbers of the other nodes that it speaks of.</summary>
    internal IReadOnlyList<int> Covers { get; init; } = [];
}
