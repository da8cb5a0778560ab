using System.Globalization;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Packaging;

/// <summary>What is inside the packages: all that a gallery and a debugger ask for, and nothing of the machine that built them.</summary>
[Collection(PackagesCollection.Name)]
public sealed class PackageContentTests(ConsumerFixture consumer)
{
    public static TheoryData<string> Names => ["GuruReports.Inspection", "GuruReports.Reporting", "GuruReports.Hosting"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Package_ItsFace_IsWhole(string name)
    {
        using var package = Open(name, "nupkg");
        var metadata = XDocument.Parse(Read(package, name + ".nuspec")).Root!.Elements().Single(element => element.Name.LocalName == "metadata");

        foreach (var wanted in new[] { "projectUrl", "releaseNotes", "tags", "license", "description", "authors", "copyright" })
        {
            Assert.NotEmpty(Value(metadata, wanted));
        }

        Assert.Matches("^[0-9a-f]{40}$", metadata.Elements().Single(element => element.Name.LocalName == "repository").Attribute("commit")!.Value);
        Assert.NotNull(package.GetEntry(Value(metadata, "icon")));
        Assert.NotNull(package.GetEntry($"lib/net10.0/{name}.dll"));
        Assert.NotNull(package.GetEntry($"lib/net10.0/{name}.xml"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Package_ItsReadme_HasAbsoluteLinksOnly(string name)
    {
        using var package = Open(name, "nupkg");

        var links = Regex.Matches(Read(package, "README.md"), @"\]\(([^)]+)\)").Select(link => link.Groups[1].Value).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GuruReports.Hosting", "GuruReports.Hosting", "lib/net10.0/GuruReports.Hosting.dll", "runtimes/linux-x64/lib/net10.0/GuruReports.Hosting.dll")]
    [InlineData("GuruReports.Inspection", "GuruReports.Inspection", "lib/net10.0/GuruReports.Inspection.dll", "runtimes/linux-x64/lib/net10.0/GuruReports.Inspection.dll")]
    [InlineData("GuruReports.Reporting", "GuruReports.Reporting", "lib/net10.0/GuruReports.Reporting.dll", "runtimes/linux-x64/lib/net10.0/GuruReports.Reporting.dll")]
    [InlineData("GuruReports.SnapshotReader", "GuruReports.Inspection", "helper/x64/GuruReports.SnapshotReader")]
    [InlineData("GuruReports.SnapshotReader.dll", "GuruReports.Inspection", "helper/any/GuruReports.SnapshotReader.dll", "helper/musl-x64/GuruReports.SnapshotReader.dll")]
    [InlineData("Microsoft.Diagnostics.Runtime.dll", "GuruReports.Inspection", "helper/any/Microsoft.Diagnostics.Runtime.dll", "helper/musl-x64/Microsoft.Diagnostics.Runtime.dll")]
    public void Package_SizesOfItsFiles_AreAsThePageOfDependenciesSays(string row, string name, params string[] files)
    {
        if (!ConsumerFixture.IsRelease)
        {
            return;
        }

        using var package = Open(name, "nupkg");
        var line = File.ReadLines(Repository.PathOf("docs", "dependencies.md")).Single(text => Regex.IsMatch(text, $@"^\| {Regex.Escape(row)}( \(ClrMD [\d.]+\))? \|"));

        var said = Regex.Matches(line, @"([\d.]+) MB").Take(files.Length).Select(size => double.Parse(size.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(files.Length, said.Count);
        Assert.All(files.Zip(said), pair =>
        {
            // Without a linker the helper is not machine code.
            if (package.GetEntry(pair.First) is { } file)
            {
                Assert.InRange(file.Length / 1e6, pair.Second / 1.2, pair.Second * 1.2);
            }
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Symbols_ForRelease_LeadToTheSourcesAndNameNoFolderOfTheBuild(string name)
    {
        if (!ConsumerFixture.IsRelease)
        {
            return;
        }

        using var package = Open(name, "snupkg");
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Bytes(package, $"lib/net10.0/{name}.pdb")));
        var reader = symbols.GetMetadataReader();

        var documents = reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name)).ToList();
        var texts = reader.CustomDebugInformation.Select(handle => Encoding.UTF8.GetString(reader.GetBlobBytes(reader.GetCustomDebugInformation(handle).Value)));

        Assert.NotEmpty(documents);
        Assert.All(documents, document => Assert.StartsWith("/_/", document, StringComparison.Ordinal));
        Assert.Contains(texts, text => Regex.IsMatch(text, @"""/_/\*"":""https://[^""]+/[0-9a-f]{40}/\*"""));
    }

    [Fact]
    public void Package_WithTheHelper_HasTheNoticeOfWhatItShips()
    {
        using var package = Open("GuruReports.Inspection", "nupkg");

        Assert.NotNull(package.GetEntry("helper/any/Microsoft.Diagnostics.Runtime.dll"));
        Assert.Contains("ClrMD", Read(package, "THIRD-PARTY-NOTICES.txt"), StringComparison.Ordinal);
    }

    private ZipArchive Open(string name, string kind) => ZipFile.OpenRead(Assert.Single(Directory.GetFiles(consumer.Packages, $"{name}.0*.{kind}")));

    private static string Value(XElement metadata, string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

    private static string Read(ZipArchive package, string entry) => Encoding.UTF8.GetString(Bytes(package, entry)).TrimStart('\uFEFF');

    private static byte[] Bytes(ZipArchive package, string entry)
    {
        using var stream = package.GetEntry(entry)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
