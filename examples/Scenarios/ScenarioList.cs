using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scenarios;

/// <summary>Prints what scenarios there are.</summary>
internal static class ScenarioList
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static void Write(TextWriter output, bool asJson)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(ScenarioCatalog.All, s_json));
            return;
        }

        foreach (var scenario in ScenarioCatalog.All)
        {
            output.WriteLine($"{scenario.Name,-24} {scenario.Kind,-8} {scenario.Finding ?? "nothing",-8} {scenario.Symptom}");
        }
    }
}
