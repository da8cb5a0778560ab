namespace GuruReports.EndToEnd.Tests.Scenarios;

/// <summary>What the report of one run said.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="First">The first finding, of a healthy service the first above information: id and summary; null when there is none.</param>
/// <param name="Named">Whether its summary or evidence names the guilty one.</param>
/// <param name="Problem">Why there is no report; null when there is one.</param>
/// <param name="Detail">The evidence, for a run that is wrong.</param>
internal sealed record ScenarioScore(ScenarioEntry Scenario, string? First, bool Named, string? Problem = null, string Detail = "")
{
    /// <summary>Gets whether the report said what it must.</summary>
    public bool IsRight => Problem is null && (Scenario.Finding is null ? First is null : First?.StartsWith(Scenario.Finding, StringComparison.Ordinal) == true && Named);

    public override string ToString() => $"{Scenario.Name,-24} {(IsRight ? "right" : "WRONG"),-5} {Problem ?? First ?? "nothing"}{(IsRight ? "" : $"\n{Detail}")}";
}
