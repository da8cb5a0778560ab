using System.Text.RegularExpressions;
using System.Xml.Linq;
using GuruReports.Testing;

namespace GuruReports.Hosting.Tests.Architecture;

/// <summary>
/// What nothing uses goes. The compiler's analyzers see unused private members and parameters; these see internal ones,
/// constants, and versions of packages.
/// </summary>
public sealed class DeadCodeTests
{
    // The runtime calls it, by its name.
    private const string StartupHook = ".StartupHook.Initialize";

    // Benchmarks and the programs that tests start take snapshots by it.
    private const string TakeSnapshot = "GuruReports.Inspection.ProcessInspector.TakeSnapshot";

    // An id once given stays, whatever becomes of its rule.
    private const string FindingIds = "GuruReports.Hosting.Findings.FindingIds.";

    private static readonly UncalledMembers s_members = Read();

    [Fact]
    public void InternalMembers_OfAllPackages_AreUsed()
    {
        Assert.Equal($"{StartupHook}\n{TakeSnapshot}", string.Join('\n', s_members.Uncalled));
    }

    [Fact]
    public void Constants_OfAllPackages_AreNamedWhereTheyAreNotDeclared()
    {
        var words = SourceTree.ReadWithTexts("").SelectMany(file => Regex.Matches(file.Code, @"\w+").Select(match => match.Value)).CountBy(word => word).ToDictionary();

        var unused = s_members.Constants.Where(constant => !constant.StartsWith(FindingIds, StringComparison.Ordinal) && words.GetValueOrDefault(constant[(constant.LastIndexOf('.') + 1)..]) == 1);

        Assert.Empty(unused);
    }

    [Fact]
    public void PackageVersions_AreOfPackagesThatAProjectNames()
    {
        var named = Directory.GetFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Repository.PathOf("build")))
            .Append(Repository.PathOf("test", "Directory.Build.props"))
            .Where(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets")
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference").Select(reference => (string?)reference.Attribute("Include")))
            .ToHashSet();

        var unnamed = XDocument.Load(Repository.PathOf("build", "Packages.props")).Descendants("PackageVersion")
            .Select(version => (string?)version.Attribute("Include")).Where(package => !named.Contains(package));

        Assert.Empty(unnamed);
    }

    private static UncalledMembers Read()
    {
        var members = new UncalledMembers();
        members.Add(typeof(IGuruMeditation).Assembly.Location);
        members.Add(typeof(Inspection.ProcessInspector).Assembly.Location);
        members.Add(typeof(Reporting.Model.Report).Assembly.Location);
        members.Add(HelperPath());
        members.AddUser(typeof(DeadCodeTests).Assembly.Location);
        return members;
    }

    // <tests>/bin/<configuration>/<framework>/, as every project's.
    private static string HelperPath()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Repository.PathOf("src", "GuruReports.SnapshotReader", "bin", output.Parent!.Name, output.Name, "GuruReports.SnapshotReader.dll");
    }
}
