using GuruReports.Reporting.Model;
using Microsoft.CodeAnalysis;

namespace GuruReports.Hosting.Tests.Docs;

/// <summary>Every piece of C# in the documents compiles as it is pasted into a project of <c>dotnet new worker</c>, and the rules do what the text says.</summary>
public sealed class SnippetTests
{
    private static readonly IReadOnlyList<string> s_types = Snippets.Types;

    public static TheoryData<Snippet> Programs => [.. Snippets.Programs];

    [Fact]
    public void Documents_TheirTypes_Compile()
    {
        Assert.NotEmpty(s_types);
        Assert.Empty(SnippetCompiler.Check(OutputKind.DynamicallyLinkedLibrary, s_types));
    }

    [Theory]
    [MemberData(nameof(Programs), DisableDiscoveryEnumeration = true)]
    public void Documents_Program_Compiles(Snippet snippet)
    {
        var problems = SnippetCompiler.Check(OutputKind.ConsoleApplication, [snippet.Program, .. s_types]);

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory]
    [InlineData(1_000, false)]
    [InlineData(1_001, true)]
    public void DevelopersGuide_SectionAndRule_FindTooManyLeases(int count, bool isFound)
    {
        var types = SnippetCompiler.Load(s_types);
        dynamic leases = Activator.CreateInstance(types.GetType("LeaseTable")!, nonPublic: true)!;
        for (var lease = 0; lease < count; lease++)
        {
            leases.Add($"order-{lease}", "worker-1", TimeSpan.FromSeconds(30));
        }

        var generator = (IReportGenerator)Activator.CreateInstance(types.GetType("LeaseSection")!, [(object)leases])!;
        var rule = (IFindingRule)Activator.CreateInstance(types.GetType("TooManyLeases")!, nonPublic: true)!;
        var section = generator.Generate(Sections.SectionTest.Context());

        var findings = rule.Evaluate(Report(section)).ToList();

        Assert.Equal(isFound ? ["LEASE001"] : [], findings.Select(finding => finding.Id));
        Assert.Equal(count, Assert.IsType<ReportTable>(section.Value).Rows.Count);
    }

    private static Report Report(ReportSection section) => new()
    {
        Id = "t-1",
        Reason = "test",
        CreatedAt = DateTimeOffset.UnixEpoch,
        Service = new ServiceIdentity { Name = "orders", ProcessId = 1, MachineName = "vm" },
        Sections = [section],
    };
}
