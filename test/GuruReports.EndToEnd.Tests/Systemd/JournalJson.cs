using System.Text.Json;

namespace GuruReports.EndToEnd.Tests.Systemd;

/// <summary>Entries of the journal, as journalctl prints them in JSON.</summary>
internal static class JournalJson
{
    /// <summary>Reads the fields of each entry. A field that is not shown as text is an array there, and null here.</summary>
    public static IReadOnlyList<Dictionary<string, string?>> Parse(string output) =>
    [
        .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement
            .EnumerateObject()
            .ToDictionary(field => field.Name, field => field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : null)),
    ];
}
