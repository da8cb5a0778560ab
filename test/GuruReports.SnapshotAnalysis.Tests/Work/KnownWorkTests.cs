using System.Reflection;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.KnownTypes;
using GuruReports.SnapshotReader.KnownTypes.Rows;

namespace GuruReports.SnapshotAnalysis.Tests.Work;

/// <summary>Reads a web service with known requests as if its libraries lacked what one row tells, as versions to come may.</summary>
public sealed class KnownWorkTests(WebDump dump) : IClassFixture<WebDump>
{
    private const string Orders = "GET /orders/{id}";

    private static readonly List<KnownPath> s_paths = [.. Fields<KnownPath>().Where(static path => path.Row.Part == "Work")];
    private static readonly List<string> s_lacks = [.. s_paths.Select(LackOf).Distinct()];

    // Without them the same work is told by what is left: a path, a method, the activity.
    private static readonly string[] s_naming = [KestrelRows.Request.Lack, LackOf(KestrelRows.Method), EndpointRows.Routes, HostingRows.Service.Lack];

    // No gRPC call is asked for; the context, which is at hand, says what the state of a connection would.
    private static readonly string[] s_unread = [KestrelRows.Request.Lack, EndpointRows.Call.Lack];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, s_lacks.Count)];

    [Fact]
    public void BuiltIn_RowsThatAreDeclared_StandInTheTableOnce()
    {
        Assert.Equal(KnownTable.BuiltIn.Count, KnownTable.BuiltIn.Distinct().Count());
        Assert.Empty(Fields<KnownType>().Concat(Fields<KnownPath>().Select(static path => path.Row)).Except(KnownTable.BuiltIn));
        Assert.All(KnownTable.BuiltIn, static row => Assert.Contains(row.Part, (string[])["Work", "CallsOut", "Queues"]));
    }

    [Fact]
    public void Run_LibrariesThatAreKnown_LacksNothingAndTellsEachRequest()
    {
        var whole = dump.Whole;

        Assert.Empty(whole.Unavailable);
        var orders = Assert.Single(whole.Work!.Groups, static group => group.Name == Orders);
        Assert.Equal((WebDump.Orders, 0), (orders.Count, orders.WithoutAge));
        Assert.Equal(WebDump.Orders, orders.Members.Select(static member => member.TraceId).Distinct().Count());
        Assert.Equal(2, whole.Work.Groups.Where(static group => group.Kind == WorkKind.Service).Sum(static group => group.Count));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Run_FieldsThatAreGone_AreNamedAndCostWhatTheyTold(int number)
    {
        var lack = s_lacks[number];
        var hidden = s_paths.Where(path => LackOf(path) == lack).ToList();

        var result = dump.Read([.. hidden.Select(HiddenFirst)]);

        Assert.Equal(!s_unread.Contains(lack), result.Unavailable.Any());
        Assert.All(result.Unavailable, part => Assert.Matches($"^{lack}: .* is not as known ", part.Reason));
        Assert.All(result.Unavailable, static part => Assert.Equal("Work", part.Part));
        Assert.Equal(dump.Whole.Async!.PendingMethods, result.Async!.PendingMethods);
        Assert.Subset(Names(dump.Whole), Array.Exists(s_naming, naming => naming == lack) ? [] : Names(result));
        Assert.Equal(WebDump.Orders, Count(result, WorkKind.Request));
        Assert.Equal(lack == HostingRows.Service.Lack ? 0 : 2, Count(result, WorkKind.Service));
    }

    // A field is hidden where it is declared; that of the context is declared by each kind of connection.
    private static string HiddenFirst(KnownPath path) => path.Text!.Split('/')[0] is var field && path == KestrelRows.Context ? field : $"{path.Row.TypeName}.{field}";

    private static string LackOf(KnownPath path) => path.Lack ?? path.Row.Lack;

    private static IEnumerable<T> Fields<T>() => typeof(KnownTable).Assembly.GetTypes()
        .Where(static type => type.Namespace == typeof(KestrelRows).Namespace)
        .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Select(static field => field.GetValue(null)).OfType<T>();

    private static int Count(SnapshotResult result, WorkKind kind) => result.Work!.Groups.Where(group => group.Kind == kind).Sum(static group => group.Count);

    private static HashSet<string> Names(SnapshotResult result) => [.. result.Work!.Groups.Select(static group => group.Name)];
}
