using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Libraries;

/// <summary>What the zoo of libraries was reported to do, asked for with a signal: as JSON, and in all formats for what must not be there.</summary>
internal sealed partial class ZooReport
{
    /// <summary>What the zoo puts into addresses, texts and passwords.</summary>
    private const string Planted = "planted-Xq7vR2kp";

    // A thread of the runtime that happened to run may hold something, so the report does not say that nobody does.
    private const string Unread = "the stacks of some threads were not read";
    private const int MostAsked = 8;
    private static readonly string[] s_formats = ["Json", "Text", "Xml", "Html"];
    private readonly JsonElement _json;
    private readonly bool _isUnread;

    private ZooReport(JsonElement json, bool isUnread) => (_json, _isUnread) = (json, isUnread);

    /// <summary>
    /// Brings a zoo into a state, signals it and reads the report; <paramref name="change"/> comes before the state is reached. Asks again
    /// while the state is not reached: a call that has just begun is not yet where it stays.
    /// </summary>
    public static ZooReport Of(string state, string[] arguments, Action<ChildService>? change = null, Func<ZooReport, bool>? isReached = null, string format = "Json", params (string Key, string Value)[] further)
    {
        using var directory = new ReportDirectory();
        var settings = Settings.Of(
        [
            ("Destination", "StandardError, File"), ("Directory", directory.Path), ("Format", format), ("MinimumInterval", "00:00:00"), ("Snapshot:Interval", "00:00:00"), ("Watchdog:Enabled", "false"),
            .. further, ("SectionTimeout", "00:00:20"), ("ReportTimeout", "00:01:20"), ("Snapshot:Timeout", "00:00:30"), ("Snapshot:TimeoutWhenStarved", "00:00:20"),
        ]);
        settings["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = state.StartsWith("sqlserver", StringComparison.Ordinal) ? "0" : "1";
        using var zoo = ChildService.StartProgram(Programs.Find("test", "GuruReports.LibraryZoo"), [state, .. arguments], settings);
        change?.Invoke(zoo);
        zoo.WaitUntilReady();
        var known = new HashSet<string>();
        ZooReport report;
        var asked = 0;
        do
        {
            zoo.SignalAndWait();
            var text = File.ReadAllText(directory.Files.Single(known.Add));
            Assert.DoesNotContain(Planted, text, StringComparison.Ordinal);
            report = new ZooReport(format == "Json" ? JsonSerializer.Deserialize<JsonElement>(text) : default, text.Contains(Unread, StringComparison.Ordinal));
        }
        while (++asked < MostAsked && (report._isUnread || isReached?.Invoke(report) == false));

        return report;
    }

    /// <summary>Asserts that a state is told by exactly these lines, once it is reached; returns the report.</summary>
    public static ZooReport AssertTold(string state, string[] arguments, string expected, Func<ZooReport, IEnumerable<string>> read, Action<ChildService>? change = null, params (string Key, string Value)[] settings)
    {
        var report = Of(state, arguments, change, report => Told(report) == expected, further: settings);

        // One text, so that a failure shows whole lines.
        Assert.Equal(expected, Told(report));
        return report;

        string Told(ZooReport report) => string.Join('\n', read(report));
    }

    /// <summary>Asserts that no format brings what was planted.</summary>
    public static void AssertNothingPlanted(string state, params string[] arguments)
    {
        foreach (var format in s_formats)
        {
            Of(state, arguments, format: format);
        }
    }

    /// <summary>The rows of a table of a section, or of the one that it is, each as one line without lines of code, numbers of threads and ports; the columns named, in that order.</summary>
    public IReadOnlyList<string> Rows(string title, string? entry, params string[] columns)
    {
        var section = Section(title);
        Assert.True(section.GetProperty("status").GetString() == "complete", section.GetProperty("reason").ToString());
        var table = section.GetProperty("value");
        if (entry is not null && !table.GetProperty("map").TryGetProperty(entry, out table))
        {
            return [];
        }

        var names = table.GetProperty("columns").EnumerateArray().Select(static name => name.GetString()).ToList();
        var wanted = columns.Select(name => names.IndexOf(name)).ToList();
        return [.. table.GetProperty("rows").EnumerateArray().Select(row => Plain(string.Join(" | ", wanted.Select(index => Text(row[index]))))).Order(StringComparer.Ordinal)];
    }

    public JsonElement Section(string title) => _json.GetProperty("sections").EnumerateArray().Single(section => section.GetProperty("title").GetString() == title);

    /// <summary>Why a section does not tell all; empty when it does.</summary>
    public string Reason(string title) => Section(title).TryGetProperty("reason", out var reason) ? reason.ToString() : "";

    /// <summary>The text of the findings with an id.</summary>
    public string Finding(string id) => string.Join('\n', _json.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("id").GetString() == id).Select(static finding => finding.ToString()));

    private static string Plain(string line) => Port().Replace(Thread().Replace(Place().Replace(line, ""), "# "), "127.0.0.1:port").Replace("GuruReports.LibraryZoo.", "", StringComparison.Ordinal);

    [GeneratedRegex(@" \w+\.cs:\d+")]
    private static partial Regex Place();

    [GeneratedRegex(@"#\d+ ")]
    private static partial Regex Thread();

    [GeneratedRegex(@"127\.0\.0\.1[:,]\d+")]
    private static partial Regex Port();

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetInt64().ToString(CultureInfo.InvariantCulture),
        _ when value.TryGetProperty("seconds", out _) => "some time",
        _ => "unknown",
    };
}
