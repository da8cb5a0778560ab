using GuruReports.Testing;

namespace GuruReports.Hosting.Tests.Architecture;

/// <summary>The rooms of the source: in one order, so that no circle ties them, and small enough to be looked over.</summary>
public sealed class RoomTests
{
    private const int MostFiles = 25;

    /// <summary>A folder, and its rooms: each may know those named before it only. Empty is the folder itself.</summary>
    public static TheoryData<string, string[]> Orders => new()
    {
        { "GuruReports.Reporting", ["Model", "Reading", "Rendering", ""] },
        { "GuruReports.Reporting/Rendering", ["Words", "Text", "Html", "Json", "Limits", "Xml"] },
        { "GuruReports.Inspection", ["Boundary", "Native", "Processes", "Vocabulary", "Threads", "Symbols", "CoreClr", "Capturing", "Snapshot", ""] },
        { "GuruReports.SnapshotReader", ["Native", "Memory", "Runtime", "KnownTypes", "Analysis", ""] },
        { "GuruReports.SnapshotReader/Analysis", ["Graphs", "Symbols", "Memory", "Known", "Collections", "Methods", "Threads", "Async", "Locks", "Pool", "Calls", "Queues", "Results", "Work", "Statistics", ""] },
        { "GuruReports.Hosting", ["Options", "Redaction", "", "Boundary", "Facts", "Events", "Exceptions", "History", "Telemetry", "Findings", "Sections", "Sinks", "Pipeline", "Rehearsal", "Triggers", "Registration"] },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Rooms_OfAFolder_KnowOnlyThoseBelow(string folder, string[] order)
    {
        var files = SourceTree.Read(folder).Select(file => (RoomOf(folder, file.Path), file.Path, file.Code)).ToList();

        var upward = RoomGraph.Arrows(files).Where(arrow => Array.IndexOf(order, arrow.To) >= Array.IndexOf(order, arrow.From));

        Assert.Empty(upward);
        Assert.Equal(order.Order(StringComparer.Ordinal), files.Select(file => file.Item1).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Arrows_OfTypesInGenericArgumentsAndQualifiedNames_AreSeen()
    {
        (string, string, string)[] files =
        [
            ("Low", "Low/Brick.cs", "namespace House.Low;\n\ninternal sealed class Brick;\n"),
            ("High", "High/Wall.cs", "using House.Low;\n\nnamespace House.High;\n\ninternal sealed record Wall(Dictionary<int, List<Brick>> Bricks);\n"),
            ("Side", "Side/Gate.cs", "namespace House.Side;\n\ninternal static class Gate { static Low.Brick? s_brick; }\n"),
            ("Other", "Other/Brick.cs", "namespace House.Other;\n\ninternal sealed class Stone { int Brick; }\n"),
        ];

        var arrows = RoomGraph.Arrows(files).Select(arrow => $"{arrow.From} > {arrow.To}");

        Assert.Equal(["High > Low", "Side > Low"], arrows);
    }

    [Fact]
    public void Folders_OfTheSource_AreSmall()
    {
        var crowded = Directory.GetDirectories(Repository.PathOf("src"), "*", SearchOption.AllDirectories)
            .Where(folder => !folder.Contains("/obj", StringComparison.Ordinal) && !folder.Contains("/bin", StringComparison.Ordinal))
            .Select(folder => (Folder: Path.GetRelativePath(Repository.Root, folder), Files: Directory.GetFiles(folder, "*.cs").Length))
            .Where(folder => folder.Files > MostFiles);

        Assert.Empty(crowded);
    }

    private static string RoomOf(string folder, string path)
    {
        var inside = path[("src/" + folder + "/").Length..];
        return inside.Contains('/', StringComparison.Ordinal) ? inside[..inside.IndexOf('/', StringComparison.Ordinal)] : "";
    }
}
