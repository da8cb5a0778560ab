using System.Text.RegularExpressions;

namespace GuruReports.Hosting.Tests.Architecture;

/// <summary>The arrows between the rooms that must never exist.</summary>
public sealed class ArrowTests
{
    private const string Hosting = "GuruReports.Hosting/";

    /// <summary>A room, and what its code must not name.</summary>
    public static TheoryData<string, string> Forbidden => new()
    {
        { Hosting + "Model", @"GuruReports\.(?!Hosting\.Model)|Microsoft\.|ILogger|\bConsole\b|\bFile\.|\bProcess\.|UtcNow|\bStopwatch\b|\bTask\b" },
        { Hosting + "Sections", @"Hosting\.(Rendering|Sinks|Triggers|Pipeline|Registration)\b" },
        { Hosting + "Findings", @"Hosting\.(Rendering|Sinks|Triggers|Pipeline|Registration|Sections)\b|UtcNow|\bFile\.|\bProcess\.|\bEnvironment\." },
        { Hosting + "Rendering", @"Hosting\.(Sections|Sinks|Triggers|Pipeline|Registration|Findings)\b|Microsoft\.Extensions|UtcNow|\bProcess\.|\bEnvironment\." },
        { Hosting + "Sinks", @"Hosting\.(Sections|Rendering|Triggers|Pipeline|Registration|Findings)\b" },
        { Hosting + "Triggers", @"Hosting\.(Sections|Rendering|Pipeline|Registration|Findings)\b" },
        { Hosting + "Redaction", @"Hosting\.(Sections|Rendering|Sinks|Triggers|Pipeline|Registration|Findings)\b" },
        { Hosting + "Pipeline", @"IServiceProvider|GetService|GetRequiredService|Hosting\.Registration\b|ThreadPool|\bTask\b|\bawait\b" },
        { "GuruReports.Inspection", @"GuruReports\.Hosting|Microsoft\.Extensions" },
        { "GuruReports.SnapshotReader", @"GuruReports\.Hosting|Microsoft\.Extensions" },
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

    [Fact]
    public void PublicSurface_OfHosting_ShowsNoInternalOrThirdPartyTypes()
    {
        var foreign = typeof(IReportGenerator).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods().Select(method => (Member: $"{type.Name}.{method.Name}", Types: method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType))))
            .SelectMany(member => member.Types.Select(type => (member.Member, Assembly: type.Assembly.GetName().Name!)))
            .Where(use => !use.Assembly.StartsWith("System", StringComparison.Ordinal)
                && !use.Assembly.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
                && use.Assembly is not "GuruReports.Hosting");

        Assert.Empty(foreign);
    }
}
