using System.Reflection;
using System.Runtime.CompilerServices;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Symbols;

/// <summary>Says whose code the assemblies of this process are. Any thread may ask.</summary>
internal sealed class AssemblyOwners
{
    private static volatile AssemblyOwners? s_current;
    private static volatile AssemblyOwners? s_quick;
    private static volatile IReadOnlyList<string> s_listed = [];

    private readonly CodeOwners _owners;
    private readonly ConditionalWeakTable<Assembly, object> _known = [];

    private AssemblyOwners(OwnerTable table)
    {
        Table = table;
        _owners = new CodeOwners(table);
    }

    /// <summary>Gets the owners by the list that was last given. The first call reads the program's deps.json file.</summary>
    public static AssemblyOwners Current => s_current ??= Read(s_listed);

    /// <summary>
    /// Gets the owners as far as they are known without reading a file: until <see cref="Current"/> was asked for, the
    /// framework's code is known, and a package's counts as the service's.
    /// </summary>
    public static AssemblyOwners AtOnce => s_current ?? (s_quick ??= new(new OwnerTable { Listed = s_listed, Projects = [], Packages = [], RuntimePack = [], SharedFramework = FindSharedFramework() }));

    /// <summary>Gets whether somebody had to do with <see cref="AtOnce"/>.</summary>
    public static bool IsMissed => s_quick is not null && s_current is null;

    /// <summary>Gets what the answers rest on.</summary>
    public OwnerTable Table { get; }

    /// <summary>Takes the assemblies that the user calls framework too; nothing is read before it is needed.</summary>
    public static void List(IReadOnlyList<string> listed)
    {
        if (!s_listed.SequenceEqual(listed))
        {
            s_listed = listed;
            s_current = s_quick = null;
        }
    }

    /// <summary>Returns the owners where the user calls more assemblies framework; they are <see cref="Current"/> from then on.</summary>
    public static AssemblyOwners Use(IReadOnlyList<string> listed)
    {
        List(listed);
        return Current;
    }

    /// <summary>Returns whose code an assembly is.</summary>
    public CodeOwner Of(Assembly assembly) => (CodeOwner)_known.GetValue(assembly, Decide);

    /// <summary>Returns whether an assembly came with the runtime, and in no package.</summary>
    public bool IsOfRuntime(Assembly assembly) =>
        assembly.GetName() is var name && _owners.IsOfRuntime(name.Name ?? "", AssemblyFile.PathOf(assembly), () => Key(name));

    private static AssemblyOwners Read(IReadOnlyList<string> listed) => new(new OwnerTable
    {
        Listed = listed,
        Projects = DependencyFile.OfProgram.Projects,
        Packages = DependencyFile.OfProgram.Packages,
        RuntimePack = DependencyFile.OfProgram.RuntimePack,
        SharedFramework = FindSharedFramework(),
    });

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
