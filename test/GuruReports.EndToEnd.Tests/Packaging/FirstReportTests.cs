using System.Diagnostics;
using System.Text.RegularExpressions;
using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;
using Xunit.Abstractions;

namespace GuruReports.EndToEnd.Tests.Packaging;

/// <summary>What the README promises: from an empty folder to a first report, and on to a section of one's own, by the packages alone.</summary>
[Collection(PackagesCollection.Name)]
public sealed class FirstReportTests(ConsumerFixture consumer, ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan s_afternoon = TimeSpan.FromMinutes(4);

    private readonly string _folder = Directory.CreateTempSubdirectory("guru-empty-").FullName;

    [Fact]
    public void EmptyFolder_ByTheReadme_FirstReportThenASectionOfOnesOwn()
    {
        var since = Stopwatch.GetTimestamp();
        PrepareMachine();
        Dotnet("new", "worker", "--name", "Orders", "--output", ".", "--no-restore");
        Dotnet("add", "package", "GuruReports.Hosting", "--version", ConsumerFixture.Version);
        var (program, section) = (Blocks("README.md")[0], Blocks("README.md")[1]);

        var first = Report(program);
        var firstCame = Stopwatch.GetElapsedTime(since);
        foreach (var (types, index) in Blocks("docs", "developer-guide.md").Where(IsTypes).Select((types, index) => (types, index)))
        {
            File.WriteAllText(Path.Combine(_folder, $"Guide{index}.cs"), types);
        }

        var second = Report(program.Replace("builder.Services.AddGuruMeditationReports();", section, StringComparison.Ordinal));

        output.WriteLine($"first report after {firstCame.TotalSeconds:0.0} s, sections of one's own after {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s");
        Assert.Contains("async Orders.Worker.ExecuteAsync", first, StringComparison.Ordinal);
        Assert.Contains("0 leases", second, StringComparison.Ordinal);
        Assert.Matches(@"Pending\s+= 0", second);
        Assert.Matches(@"Workers\s+= 4\s+\(default\)", second);
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, s_afternoon);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The packages under test go to no place of the machine, and come from none but the test's folder.
    private void PrepareMachine()
    {
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), $"""<configuration><packageSources><add key="packed" value="{consumer.Packages}" /></packageSources></configuration>""");
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <RestorePackagesPath>{_folder}/packages</RestorePackagesPath>
                <RestoreFallbackFolders>{MachinePackages.Folder}</RestoreFallbackFolders>
                <NuGetAudit>false</NuGetAudit>
                <NoWarn>NU1603</NoWarn>
                <DefaultItemExcludes>$(DefaultItemExcludes);packages/**</DefaultItemExcludes>
              </PropertyGroup>
            </Project>
            """);
    }

    private string Report(string program)
    {
        File.WriteAllText(Path.Combine(_folder, "Program.cs"), program);
        Dotnet("build", "--output", "out", "--verbosity", "quiet");
        using var service = ChildService.StartProgram(Path.Combine(_folder, "out", "Orders.dll"), []);
        service.Output.WaitFor(line => line.Contains("Application started", StringComparison.Ordinal), Limits.Start, service);
        return service.SignalAndWait();
    }

    private void Dotnet(params IEnumerable<string> arguments)
    {
        var command = Command.Run("env", ["--chdir", _folder, "dotnet", .. arguments]);
        Assert.True(command.ExitCode == 0, command.Output + command.Error);
    }

    private static List<string> Blocks(params string[] file) =>
        [.. Regex.Matches(File.ReadAllText(Repository.PathOf(file)), @"^```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Select(block => block.Groups[1].Value)];

    private static bool IsTypes(string block) => Regex.IsMatch(block, "^(public|internal) ", RegexOptions.Multiline);
}
