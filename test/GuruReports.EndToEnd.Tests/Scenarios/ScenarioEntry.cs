namespace GuruReports.EndToEnd.Tests.Scenarios;

/// <summary>One line of <c>Scenarios list --json</c>.</summary>
internal sealed record ScenarioEntry
{
    public required string Name { get; init; }

    public required string Kind { get; init; }

    public string? Finding { get; init; }

    public string? Guilty { get; init; }

    public required string Symptom { get; init; }

    public int Reports { get; init; } = 1;

    public Dictionary<string, string> Environment { get; init; } = [];
}
