using System.Reflection;
using GuruReports.Hosting.Findings;
using GuruReports.Hosting.Pipeline;
using GuruReports.Hosting.Registration.Settings;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Registration.Settings;

/// <summary>Names in the settings that stand for nothing.</summary>
public sealed class NamedInSettingsTests
{
    [Fact]
    public void FindUnknown_BuiltInFindings_AreKnown()
    {
        var all = typeof(FindingIds).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Empty(NamedInSettings.FindUnknown(HostWith([], [.. all])));
    }

    [Fact]
    public void FindUnknown_IdThatNoFindingHas_IsNamed() =>
        Assert.Equal(["GURU999", "CONVOY"], NamedInSettings.FindUnknown(HostWith([], "GURU999", "CONVOY")).Select(unknown => unknown.Name));

    [Fact]
    public void FindUnknown_HostWithARuleOfItsOwn_OnlyTheLibrarysKindIsNamed() =>
        Assert.Equal(["GURU999"], NamedInSettings.FindUnknown(HostWith([new OwnRule()], "GURU999", "SHOP001")).Select(unknown => unknown.Name));

    private static HostReports HostWith(IReadOnlyList<IFindingRule> rules, params string[] disabled)
    {
        var options = new GuruMeditationOptions();
        foreach (var id in disabled)
        {
            options.Findings.Disabled.Add(id);
        }

        return new HostReports { Name = "shop", Options = options, Rules = rules };
    }

    private sealed class OwnRule : IFindingRule
    {
        public IEnumerable<Finding> Evaluate(Report report) => [];
    }
}
