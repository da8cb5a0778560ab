using System.Reflection;
using GuruReports.Inspection;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Architecture;

/// <summary>What is public cannot be taken back: it stays small, and of shapes that can grow. PublicAPI.*.txt beside each project names it, and the build compares.</summary>
public sealed class PublicFaceTests
{
    private const int MostTypes = 70;

    private static readonly Type[] s_types =
    [
        .. new[] { typeof(IGuruMeditation), typeof(ProcessInspector), typeof(Report) }.SelectMany(type => type.Assembly.GetExportedTypes()),
    ];

    [Fact]
    public void ExportedTypes_OfAllPackages_AreFew() => Assert.InRange(s_types.Length, 1, MostTypes);

    [Fact]
    public void ExportedTypes_OfAllPackages_AreNoPositionalRecords()
    {
        // A new member of a positional record changes its constructor and what it deconstructs into: binaries built before break.
        var positional = s_types.Where(type => type.GetMethod("Deconstruct", BindingFlags.Public | BindingFlags.Instance) is not null);

        Assert.Empty(positional);
    }

    [Fact]
    public void ExportedTypes_OfAllPackages_AreClosedToInheritanceUnlessTheyAreContracts()
    {
        var open = s_types.Where(type => type is { IsClass: true, IsSealed: false } && type != typeof(ReportValue));

        Assert.Empty(open);
    }
}
