using System.Text.Json.Serialization;

namespace Scenarios;

/// <summary>One service and what a report of it must say.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Kind">Whether it is sick.</param>
/// <param name="Finding">The identifier of the finding that must come first; null for a healthy one.</param>
/// <param name="Guilty">What the finding must name: a method, a type, a key; null for a healthy one.</param>
/// <param name="Symptom">What its operator sees.</param>
/// <param name="Build">Makes the host.</param>
internal sealed record Scenario(
    string Name,
    ScenarioKind Kind,
    string? Finding,
    string? Guilty,
    string Symptom,
    [property: JsonIgnore] Func<string[], IHost> Build)
{
    /// <summary>Gets how many reports must be asked for; the last one counts. Two for what shows only as a change.</summary>
    public int Reports { get; init; } = 1;

    /// <summary>Gets the environment variables under which the scenario is meant to run.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
