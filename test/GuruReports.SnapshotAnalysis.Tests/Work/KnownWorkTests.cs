using System.Reflection;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.KnownTypes.Work;
using GuruReports.SnapshotReader.Runtime;

namespace GuruReports.SnapshotAnalysis.Tests.Work;

/// <summary>Reads a web service with known requests as if its libraries lacked what one row tells, as versions to come may.</summary>
public sealed class KnownWorkTests(WebDump dump) : IClassFixture<WebDump>
{
    private const string Orders = "GET /orders/{id}";

    // Without them the same work is told by what is left: a path, a method, the activity.
    private static readonly RuntimeFeature[] s_naming = [WorkFeatures.Requests, WorkFeatures.RequestDetails, WorkFeatures.Routes, WorkFeatures.Services];

    private static readonly List<RuntimeFeature> s_features = [.. KnownWork.All.SelectMany(static entry => entry.Features).Distinct()];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, s_features.Count)];

    [Fact]
    public void All_RowsThatAreDeclared_AreListedOnceAndBelongToWork()
    {
        var declared = typeof(KnownWork).Assembly.GetTypes()
            .Where(static type => type.Namespace == typeof(KnownWork).Namespace)
            .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(static field => field.GetValue(null)).OfType<RuntimeEntry>().Distinct().ToList();

        Assert.Equal(declared.Count, KnownWork.All.Count);
        Assert.Empty(declared.Except(KnownWork.All));
        Assert.All(s_features, static feature => Assert.Equal("Work", feature.Part));
    }

    [Fact]
    public void Run_LibrariesThatAreKnown_LacksNothingAndTellsEachRequest()
    {
        var whole = dump.Whole;

        Assert.DoesNotContain(whole.Unavailable, static part => part.Part.StartsWith("Work", StringComparison.Ordinal));
        var orders = Assert.Single(whole.Work!.Groups, static group => group.Name == Orders);
        Assert.Equal((WebDump.Orders, 0), (orders.Count, orders.WithoutAge));
        Assert.Equal(WebDump.Orders, orders.Members.Select(static member => member.TraceId).Distinct().Count());
        Assert.Equal(2, whole.Work.Groups.Where(static group => group.Kind == WorkKind.Service).Sum(static group => group.Count));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Run_RowsThatAreGone_AreNamedAndCostWhatTheyTold(int number)
    {
        var feature = s_features[number];
        var hidden = KnownWork.All.Where(entry => entry.Features.Contains(feature)).ToList();

        var result = dump.Read(hidden);

        Assert.All(hidden, entry => Assert.Contains(result.Unavailable, part => part.Part == "Work" && part.Reason == $"{feature.Lack}: {entry.Name} is not as known in .NET {result.RuntimeVersion}"));
        Assert.DoesNotContain(result.Unavailable, static part => part.Part != "Work");
        Assert.Equal(dump.Whole.Async!.PendingMethods, result.Async!.PendingMethods);
        Assert.Subset(Names(dump.Whole), Array.Exists(s_naming, naming => naming == feature) ? [] : Names(result));
        Assert.Equal(feature == WorkFeatures.Requests ? 0 : WebDump.Orders, Requests(result));
        Assert.Equal(feature == WorkFeatures.Services ? 0 : 2, Count(result, WorkKind.Service));
    }

    private static int Requests(SnapshotResult result) => Count(result, WorkKind.Request);

    private static int Count(SnapshotResult result, WorkKind kind) => result.Work!.Groups.Where(group => group.Kind == kind).Sum(static group => group.Count);

    private static HashSet<string> Names(SnapshotResult result) => [.. result.Work!.Groups.Select(static group => group.Name)];
}
