using System.Reflection;
using System.Text;
using GuruReports.Testing;

namespace GuruReports.Hosting.Tests.Architecture;

/// <summary>The public surface of the packages is a decision: it changes only together with its approved list.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("GuruReports.Hosting")]
    [InlineData("GuruReports.Inspection")]
    [InlineData("GuruReports.Reporting")]
    public void PublicApi_OfAPackage_IsTheApprovedOne(string assembly)
    {
        var approved = Path.Combine(Repository.Root, "test", "GuruReports.Hosting.Tests", "Architecture", assembly + ".api.golden");

        var actual = Describe(Assembly.Load(assembly));

        if (Environment.GetEnvironmentVariable("GURU_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(approved, actual);
        }

        Assert.Equal(File.ReadAllText(approved), actual);
    }

    private static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(type.FullName).Append('\n');
            foreach (var member in Members(type).Distinct().Order(StringComparer.Ordinal))
            {
                text.Append("  ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    // What a record's compiler adds says nothing about a decision.
    private static IEnumerable<string> Members(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(m => m is not MethodInfo { IsSpecialName: true, Name: not "op_Implicit" })
        .Where(m => m.Name is not ("Equals" or "GetHashCode" or "ToString" or "<Clone>$" or "Deconstruct" or "value__"))
        .Where(m => m is not ConstructorInfo { IsPublic: true } constructor || !constructor.GetParameters().Any(p => p.ParameterType == type))
        .Select(m => m.ToString()!);
}
