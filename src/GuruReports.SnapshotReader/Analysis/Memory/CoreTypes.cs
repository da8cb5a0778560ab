using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Memory;

/// <summary>Recognises types of the core library by metadata token, without building their names.</summary>
internal sealed class CoreTypes
{
    private static readonly (string Name, ObjectRoles Roles)[] s_known =
    [
        ("System.Threading.Tasks.Task", ObjectRoles.Task),
        ("System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1+AsyncStateMachineBox`1", ObjectRoles.Box),
        ("System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder`1+StateMachineBox`1", ObjectRoles.PooledBox | ObjectRoles.Box),
        ("System.Threading.Lock", ObjectRoles.Lock),
        ("System.Threading.ReaderWriterLockSlim", ObjectRoles.ReaderWriterLock),
        ("System.Threading.SemaphoreSlim", ObjectRoles.Semaphore),
        ("System.Threading.Tasks.TaskCompletionSource", ObjectRoles.TaskSource),
        ("System.Threading.Tasks.TaskCompletionSource`1", ObjectRoles.TaskSource),
        ("System.Threading.WaitHandle", ObjectRoles.WaitHandle),
        ("System.Threading.ThreadPoolWorkQueue", ObjectRoles.RuntimePart),
        ("System.Threading.ThreadPoolWorkQueue+WorkStealingQueue", ObjectRoles.RuntimePart),
        ("System.Threading.PortableThreadPool", ObjectRoles.RuntimePart),
        ("System.Threading.TimerQueue", ObjectRoles.RuntimePart),
        ("System.Exception", ObjectRoles.Exception),
    ];

    private readonly Dictionary<int, ObjectRoles> _roles = [];
    private readonly ClrModule _core;

    public CoreTypes(ClrRuntime runtime, Symbols.ModuleFiles files)
    {
        _core = runtime.BaseClassLibrary;
        var metadata = files.Find(_core)?.Metadata ?? throw new InvalidOperationException("the core library has no readable metadata");
        var tokens = new MetadataTypeNames(metadata);
        foreach (var (name, roles) in s_known)
        {
            if (tokens.Find(name) is { } token)
            {
                _roles[token] = roles;
            }
        }
    }

    /// <summary>The roles that the type has by itself or inherits.</summary>
    public ObjectRoles RolesOf(ClrType type)
    {
        var roles = ObjectRoles.None;
        for (ClrType? current = type; current is not null; current = current.BaseType)
        {
            if (current.Module == _core && _roles.TryGetValue(current.MetadataToken, out var own))
            {
                roles |= own;
            }
        }

        return roles;
    }
}
