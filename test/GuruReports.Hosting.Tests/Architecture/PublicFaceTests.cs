using System.Reflection;
using GuruReports.Inspection;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Architecture;

/// <summary>What is public cannot be taken back: it stays small, and of shapes that can grow. PublicAPI.*.txt beside each project names it, and the build compares.</summary>
public sealed class PublicFaceTests
{
    private const int MostTypes = 70;

    private const BindingFlags Seen = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

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

    [Fact]
    public void ExportedMembers_OfAllPackages_ShowNoTypesOfOthers()
    {
        var foreign = s_types
            .SelectMany(type => Signatures(type).SelectMany(Parts).Select(part => (type.Name, Part: part)))
            .Where(use => !use.Part.IsGenericParameter && !s_types.Contains(use.Part))
            .Select(use => (use.Name, Assembly: use.Part.Assembly.GetName().Name!, use.Part))
            .Where(use => !use.Assembly.StartsWith("System.", StringComparison.Ordinal) && !use.Assembly.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Distinct();

        Assert.Empty(foreign);
    }

    private static IEnumerable<Type> Signatures(Type type) =>
    [
        .. type.GetMethods(Seen).Where(IsSeen).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
        .. type.GetConstructors(Seen).Where(IsSeen).SelectMany(constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType)),
        .. type.GetFields(Seen).Where(field => field.IsPublic || field.IsFamily).Select(field => field.FieldType),
        .. type.GetInterfaces().Where(contract => contract.IsVisible),
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
    ];

    // Into arguments of generic types, arrays and references: a list of a foreign type shows it too.
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)]
        : [type];

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
