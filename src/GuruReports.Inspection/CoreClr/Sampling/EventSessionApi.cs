using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;
using GuruReports.Inspection.CoreClr.Layout;

namespace GuruReports.Inspection.CoreClr.Sampling;

/// <summary>The runtime's event sessions for listeners inside the process: CoreLib internals, looked up and checked by shape.</summary>
internal sealed unsafe class EventSessionApi
{
    private const string TypeName = "System.Diagnostics.Tracing.EventPipeInternal";
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly delegate*<char*, int, uint, Provider*, uint, ulong> _enable;
    private readonly delegate*<ulong, void> _disable;
    private readonly delegate*<ulong, Event*, bool> _getNextEvent;

    /// <exception cref="ShapeException">CoreLib has other members.</exception>
    [DynamicDependency(DynamicallyAccessedMemberTypes.All, TypeName, "System.Private.CoreLib")]
    [DynamicDependency(DynamicallyAccessedMemberTypes.All, TypeName + "/EventPipeProviderConfigurationNative", "System.Private.CoreLib")]
    [DynamicDependency(DynamicallyAccessedMemberTypes.All, "System.Diagnostics.Tracing.EventPipeEventInstanceData", "System.Private.CoreLib")]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The members are kept by the attributes above.")]
    [UnconditionalSuppressMessage("Trimming", "IL2036", Justification = "NativeAOT's core library has other types: that is found below, and another way is taken.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The members are kept by the attributes above.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The members are kept by the attributes above.")]
    public EventSessionApi()
    {
        var type = typeof(object).Assembly.GetType(TypeName) ?? throw new ShapeException("CoreLib has no event sessions");
        var provider = type.GetNestedType("EventPipeProviderConfigurationNative", BindingFlags.NonPublic);
        var instance = type.Assembly.GetType("System.Diagnostics.Tracing.EventPipeEventInstanceData");
        if (provider is null || instance is null)
        {
            throw new ShapeException("CoreLib's event sessions lack a structure");
        }

        CheckFields(provider, sizeof(Provider), "m_pProviderName", "m_keywords", "m_loggingLevel", "m_pFilterData");
        CheckFields(instance, sizeof(Event), "ProviderID", "EventID", "ThreadID", "TimeStamp", "ActivityId", "ChildActivityId", "Payload", "PayloadLength");
        var enable = Find(type, "Enable", typeof(ulong), typeof(char*), null, typeof(uint), provider.MakePointerType(), typeof(uint));
        var disable = Find(type, "Disable", typeof(void), typeof(ulong));
        var next = Find(type, "GetNextEvent", typeof(bool), typeof(ulong), instance.MakePointerType());
        _enable = (delegate*<char*, int, uint, Provider*, uint, ulong>)enable.MethodHandle.GetFunctionPointer();
        _disable = (delegate*<ulong, void>)disable.MethodHandle.GetFunctionPointer();
        _getNextEvent = (delegate*<ulong, Event*, bool>)next.MethodHandle.GetFunctionPointer();
    }

    /// <summary>Opens a session for a listener inside the process; 0 when the runtime refuses.</summary>
    public ulong Enable(ReadOnlySpan<Provider> providers, uint bufferMegabytes)
    {
        const int NetTrace = 1;
        fixed (Provider* first = providers)
        {
            return _enable(null, NetTrace, bufferMegabytes, first, (uint)providers.Length);
        }
    }

    public void Disable(ulong session) => _disable(session);

    /// <summary>Returns the next event. Its payload lives until the next call or the end of the session.</summary>
    public bool TryGetNext(ulong session, out Event result)
    {
        Event next;
        var found = _getNextEvent(session, &next);
        result = found ? next : default;
        return found;
    }

    private static MethodInfo Find([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type, string name, Type result, params Type?[] parameters)
    {
        foreach (var method in type.GetMethods(Static))
        {
            var actual = method.GetParameters();
            if (method.Name == name && method.ReturnType == result && actual.Length == parameters.Length
                && actual.Zip(parameters).All(pair => pair.Second is null ? pair.First.ParameterType.IsEnum : pair.First.ParameterType == pair.Second))
            {
                return method;
            }
        }

        throw new ShapeException($"CoreLib's event sessions lack {name}");
    }

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "NativeAOT is turned away before.")]
    private static void CheckFields([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type, int size, params string[] names)
    {
        var fields = type.GetFields(Instance);
        if (!fields.Select(field => field.Name).SequenceEqual(names) || Marshal.SizeOf(type) != size)
        {
            throw new ShapeException($"CoreLib's {type.Name} has other fields");
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Provider
    {
        public char* Name;
        public ulong Keywords;
        public uint Level;
        public char* Filter;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Event
    {
        public nint ProviderId;
        public uint EventId;
        public uint ThreadId;
        public long TimeStamp;
        public Guid ActivityId;
        public Guid ChildActivityId;
        public nint Payload;
        public uint PayloadLength;
    }
}
