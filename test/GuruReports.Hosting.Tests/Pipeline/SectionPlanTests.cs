using GuruReports.Hosting.Boundary.Parts;
using GuruReports.Hosting.Pipeline;
using GuruReports.Hosting.Pipeline.Collecting;
using GuruReports.Hosting.Sections;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Pipeline;

public sealed class SectionPlanTests
{
    [Fact]
    public void Make_OneHost_UserSectionsInOrderOfRegistration()
    {
        var plan = Make([Host("a", new Named("Zebra"), new Named("Ant"))]);

        Assert.Equal(["Zebra", "Ant"], plan.Select(p => p.Title));
        Assert.All(plan, p => Assert.Null(p.Host));
    }

    [Fact]
    public void Make_TwoHosts_HostSectionsOfBothAndProcessWideOnce()
    {
        var plan = Make([Host("a", new Process(), new Named("Mine")), Host("b", new Process(), new Named("Mine"))]);

        Assert.Equal(["Process:", "Mine:a", "Mine:b"], plan.Select(p => p.Title + ":" + p.Host));
    }

    [Fact]
    public void Make_NoHost_FallbackOnly()
    {
        var plan = Make([], new Process());

        Assert.Equal("Process", Assert.Single(plan).Title);
    }

    [Fact]
    public void Make_TitleThrows_TypeNameInstead()
    {
        var plan = Make([Host("a", new Untitled())]);

        Assert.Equal(nameof(Untitled), Assert.Single(plan).Title);
    }

    [Fact]
    public void Make_SameTitleTwice_QuarantinedApart()
    {
        var plan = Make([Host("a", new Named("Mine"), new Named("Mine"))]);

        Assert.Equal(["Mine", "Mine #2"], plan.Select(p => p.Name));
    }

    [Fact]
    public void Make_IncludeAndExclude_ExcludeWins()
    {
        var options = new SectionOptions { Include = { "ONE", "two" }, Exclude = { "Two" } };

        var plan = SectionPlan.Make([Host("a", new Named("One"), new Named("Two"), new Named("Three"))], [], options);

        Assert.Equal("One", Assert.Single(plan).Title);
    }

    private static IReadOnlyList<PlannedSection> Make(IReadOnlyList<HostReports> hosts, params IReportGenerator[] fallback) =>
        SectionPlan.Make(hosts, Learned(fallback), new SectionOptions());

    private static HostReports Host(string name, params IReportGenerator[] generators) =>
        new() { Name = name, Options = new GuruMeditationOptions(), Generators = Learned(generators) };

    private static IReportGenerator[] Learned(IReportGenerator[] generators)
    {
        Array.ForEach(generators, GeneratorTitles.Learn);
        return generators;
    }

    private class Named(string title) : IReportGenerator
    {
        public string Title => title;

        public ReportSection Generate(ReportContext context) => new() { Title = title };
    }

    private sealed class Process() : Named("Process"), IProcessWideGenerator;

    private sealed class Untitled : IReportGenerator
    {
        public string Title => throw new InvalidOperationException("no title");

        public ReportSection Generate(ReportContext context) => new() { Title = "" };
    }
}
