using System.Reflection;
using System.Runtime.CompilerServices;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Symbols;

/// <summary>Says whose code the assemblies of this process are. Any thread may ask.</summary>
internal sealed class AssemblyOwners
{
    private static volatile AssemblyOwners s_current = new([]);

    private readonly CodeOwners _owners;
    private readonly ConditionalWeakTable<Assembly, object> _known = [];

    private AssemblyOwners(IReadOnlyList<string> listed)
    {
        Table = new OwnerTable
        {
            Listed = listed,
            Projects = DependencyFile.OfProgram.Projects,
            Packages = DependencyFile.OfProgram.Packages,
            RuntimePack = DependencyFile.OfProgram.RuntimePack,
            SharedFramework = FindSharedFramework(),
        };
        _owners = new CodeOwners(Table);
    }

    /// <summary>Gets the owners by the list that was last given.</summary>
    public static AssemblyOwners Current => s_current;

    /// <summary>Gets what the answers rest on.</summary>
    public OwnerTable Table { get; }

    /// <summary>Returns the owners where the user calls more assemblies framework; they are <see cref="Current"/> from then on.</summary>
    public static AssemblyOwners Use(IReadOnlyList<string> listed)
    {
        if (!s_current.Table.Listed.SequenceEqual(listed))
        {
            s_current = new AssemblyOwners(listed);
        }

        return s_current;
    }

    /// <summary>Returns whose code an assembly is.</summary>
    public CodeOwner Of(Assembly assembly) => (CodeOwner)_known.GetValue(assembly, Decide);

    /// <summary>Returns whether an assembly came with the runtime, and in no package.</summary>
    public bool IsOfRuntime(Assembly assembly) =>
        assembly.GetName() is var name && _owners.IsOfRuntime(name.Name ?? "", AssemblyFile.PathOf(assembly), () => Key(name));

    private object Decide(Assembly assembly)
    {
        var name = assembly.GetName();
        return assembly.IsDynamic ? CodeOwner.Package : _owners.Of(name.Name ?? "", AssemblyFile.PathOf(assembly), () => Key(name));
    }

    private static string Key(AssemblyName name) => Convert.ToHexString(name.GetPublicKeyToken() ?? []);

    // …/shared, above Microsoft.NETCore.App/10.0.x; none for a self-contained program, whose own folder holds everything.
    private static string? FindSharedFramework()
    {
        var runtime = Path.GetDirectoryName(AssemblyFile.PathOf(typeof(object).Assembly));
        var shared = Path.GetDirectoryName(Path.GetDirectoryName(runtime));
        return shared is not null && Path.GetFileName(shared) == "shared" ? shared + Path.DirectorySeparatorChar : null;
    }
}
