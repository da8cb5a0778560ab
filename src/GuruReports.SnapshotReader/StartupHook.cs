using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using GuruReports.SnapshotReader;
using GuruReports.SnapshotReader.Native;

/// <summary>
/// The way in where there is no dotnet host: the service's own executable, started with DOTNET_STARTUP_HOOKS naming this
/// library, runs <see cref="Initialize"/> before its Main. The runtime prescribes the name and that there is no namespace.
/// </summary>
internal static class StartupHook
{
    /// <summary>Runs the helper and ends the process: the service's Main is never reached.</summary>
    public static void Initialize()
    {
        try
        {
            AssemblyLoadContext.Default.Resolving += Beside;
            HelperLibc._exit(Run());
        }
        finally
        {
            HelperLibc._exit(5);
        }
    }

    // Not inlined: what it needs can only be loaded once the resolver is there.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Run() => HelperProgram.Run();

    // The service names this one hook and no other. Where the assembly itself says it lies is not to be relied on: in a
    // single file nothing has a location.
    private static Assembly? Beside(AssemblyLoadContext context, AssemblyName name)
    {
        var hook = Environment.GetEnvironmentVariable("DOTNET_STARTUP_HOOKS");
        var path = Path.Combine(Path.GetDirectoryName(hook) ?? "", name.Name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }
}
