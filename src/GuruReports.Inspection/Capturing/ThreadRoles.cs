using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection.Capturing;

/// <summary>Tells what a thread is there for, from what the runtime and the kernel call it.</summary>
internal static class ThreadRoles
{
    // The kernel keeps 15 bytes of a name; the managed name, where there is one, is whole. What .NET 10 calls "Long Running
    // Task" and "Tiered Compilation Worker" is "Long Task" and "Tiered JIT" in .NET 11.
    private static readonly (string Prefix, ThreadRole Role)[] Names =
    [
        (".NET Finalizer", ThreadRole.Finalizer),
        (".NET Tiered ", ThreadRole.Tiering),
        (".NET TP Worker", ThreadRole.PoolWorker),
        (".NET TP Gate", ThreadRole.PoolGate),
        (".NET TP Wait", ThreadRole.PoolWait),
        (".NET TP IO", ThreadRole.PoolIO),
        (".NET Long ", ThreadRole.User),
        (".NET Sockets", ThreadRole.SocketEngine),
        (".NET Timer", ThreadRole.Timer),
        (".NET SigHandler", ThreadRole.Signal),
        (".NET Signal Han", ThreadRole.Signal),
        (".NET Server GC", ThreadRole.GarbageCollector),
        (".NET BGC", ThreadRole.GarbageCollector),
        (".NET Background", ThreadRole.GarbageCollector),
        (".NET GC", ThreadRole.GarbageCollector),
        (".NET ", ThreadRole.Runtime),
        ("dotnet-ds-server", ThreadRole.Runtime),
    ];

    /// <summary>Returns the role.</summary>
    public static ThreadRole Of(int osId, string? name, string? osName, bool isManaged, bool isFinalizer, bool? isThreadPool)
    {
        if (osId == Environment.ProcessId)
        {
            return ThreadRole.Main;
        }

        if (isFinalizer)
        {
            return ThreadRole.Finalizer;
        }

        // A thread that is given no name keeps the one that the kernel copied from the thread that made it.
        var named = OfName(name) ?? (OfName(osName) is { } inherited && !(isManaged && isThreadPool == false && inherited is ThreadRole.PoolWorker) ? inherited : null);
        return named ?? (isThreadPool == true ? ThreadRole.PoolWorker : isManaged ? ThreadRole.User : ThreadRole.Native);
    }

    /// <summary>Returns whether threads of this role, when they wait, wait for work.</summary>
    public static bool WaitsForWork(ThreadRole role) =>
        role is not (ThreadRole.Main or ThreadRole.User or ThreadRole.Native or ThreadRole.Unknown);

    private static ThreadRole? OfName(string? name)
    {
        if (name is null)
        {
            return null;
        }

        foreach (var (prefix, role) in Names)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return role;
            }
        }

        return null;
    }
}
