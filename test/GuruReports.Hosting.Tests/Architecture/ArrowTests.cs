using System.Text.RegularExpressions;

namespace GuruReports.Hosting.Tests.Architecture;

/// <summary>The arrows between the rooms that must never exist.</summary>
public sealed class ArrowTests
{
    private const string Hosting = "GuruReports.Hosting/";

    private const string Reporting = "GuruReports.Reporting/";

    private const string Foreign = @"GuruReports\.(?!Reporting)|Microsoft\.|\bFile\.|\bProcess\.|\bEnvironment\.|UtcNow";

    /// <summary>A room, and what its code must not name.</summary>
    public static TheoryData<string, string> Forbidden => new()
    {
        { Reporting + "Model", @"GuruReports\.(?!Reporting\.Model)|Microsoft\.|ILogger|\bConsole\b|\bFile\.|\bProcess\.|UtcNow|\bStopwatch\b|\bTask\b" },
        { Reporting + "Rendering", Foreign },
        { Reporting + "Rendering/Words", Foreign + @"|Rendering\.(Text|Html|Json|Xml|Limits)\b" },
        { Reporting + "Rendering/Text", Foreign + @"|Rendering\.(Html|Json|Xml|Limits)\b" },
        { Reporting + "Rendering/Html", Foreign + @"|Rendering\.(Json|Xml|Limits)\b" },
        { Reporting + "Rendering/Json", Foreign + @"|Rendering\.(Text|Html|Xml|Limits)\b" },
        { Reporting + "Rendering/Xml", Foreign + @"|Rendering\.(Text|Html|Json|Limits)\b" },
        { Reporting + "Rendering/Limits", Foreign + @"|Rendering\.(Text|Html|Json|Xml)\b" },
        { Hosting + "Facts", @"GuruReports\.(?!Hosting\.Facts|Reporting\.Model|Inspection)|Microsoft\.|\bFile\.|\bProcess\.|UtcNow" },
        { Hosting + "Sections", @"(Reporting\.Rendering|Hosting\.(Sinks|Triggers|Pipeline|Registration)\b)" },
        { Hosting + "Findings", @"(Reporting\.Rendering|Hosting\.(Sinks|Triggers|Pipeline|Registration|Sections)\b)|UtcNow|\bFile\.|\bProcess\.|\bEnvironment\." },
        { Hosting + "Sinks", @"(Reporting\.Rendering|Hosting\.(Sections|Triggers|Pipeline|Registration|Findings)\b)" },
        { Hosting + "Triggers", @"(Reporting\.Rendering|Hosting\.(Sections|Pipeline|Registration|Findings)\b)" },
        { Hosting + "Redaction", @"(Reporting\.Rendering|Hosting\.(Sections|Sinks|Triggers|Pipeline|Registration|Findings)\b)" },
        { Hosting + "Boundary", @"(Reporting\.Rendering|Hosting\.(Sections|Sinks|Triggers|Pipeline|Registration|Findings|Redaction)\b)|ThreadPool|\bTask\b|\bawait\b" },
        { Hosting + "Pipeline", @"IServiceProvider|GetService|GetRequiredService|Hosting\.Registration\b|ThreadPool|\bTask\b|\bawait\b" },
        { "GuruReports.Inspection", @"GuruReports\.(Hosting|Reporting)|Microsoft\.Extensions" },
        { "GuruReports.SnapshotReader", @"GuruReports\.(Hosting|Reporting)|Microsoft\.Extensions" },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Room_ItsSource_NamesNothingThatItMustNotKnow(string room, string forbidden)
    {
        var pattern = new Regex(forbidden, RegexOptions.CultureInvariant);

        var arrows = SourceTree.Read(room)
            .SelectMany(file => pattern.Matches(file.Code).Select(match => $"{file.Path}: {match.Value}"));

        Assert.Empty(arrows);
    }

    [Fact]
    public void Hosting_ItsSource_KnowsNoRuntimeInternals()
    {
        var pattern = new Regex(@"EventPipeInternal|DotNetRuntimeContract|GetMethodFromNativeIP|libSystem\.Native|SystemNative_|OnPosixSignal|UnmanagedCallersOnly|Microsoft\.Diagnostics", RegexOptions.CultureInvariant);

        var arrows = SourceTree.Read("GuruReports.Hosting").Where(file => pattern.IsMatch(file.Code)).Select(file => file.Path);

        Assert.Empty(arrows);
    }

    // Samples of a rehearsal are data; a namespace of public types is no runtime internal, nor are options of a package that is not referenced.
    [Fact]
    public void HostingAndReporting_TheirTexts_NameNoTypesOfTheFramework()
    {
        var pattern = new Regex(@"""(System|Microsoft|Interop)\.[A-Z][\w.`<]*[""(]", RegexOptions.CultureInvariant);
        Assert.Matches(pattern, "type == \"System.GC\"");

        var arrows = new[] { "GuruReports.Hosting", "GuruReports.Reporting" }
            .SelectMany(SourceTree.ReadWithTexts)
            .Where(file => !file.Path.Contains("/Rehearsal/", StringComparison.Ordinal))
            .SelectMany(file => pattern.Matches(file.Code).Select(match => $"{Path.GetFileName(file.Path)}: {match.Value}"));

        Assert.Equal(["Scalars.cs: \"System.Xml.Linq\"", "SingleLineFormatter.cs: \"Microsoft.Extensions.Logging.Console.\""], arrows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Threads_InTheService_AreMadeInOnePlace()
    {
        var pattern = new Regex(@"\bnew Thread\(|\.UnsafeStart\(", RegexOptions.CultureInvariant);

        var makers = new[] { "GuruReports.Hosting", "GuruReports.Inspection" }
            .SelectMany(SourceTree.Read)
            .Where(file => pattern.IsMatch(file.Code))
            .Select(file => Path.GetFileName(file.Path));

        Assert.Equal(["LibraryThread.cs"], makers);
    }
}
