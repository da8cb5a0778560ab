namespace GuruReports.SnapshotReader.Runtime.Entries;

/// <summary>Timers and their queues.</summary>
internal static class TimerEntries
{
    public static readonly RuntimeType Queue = new("System.Threading.TimerQueue", Features.Timers);
    public static readonly RuntimeField Short = new(Queue, "_shortTimers", FieldShape.Reference, Features.Timers);
    public static readonly RuntimeField Long = new(Queue, "_longTimers", FieldShape.Reference, Features.Timers);
    public static readonly RuntimeType Entry = new("System.Threading.TimerQueueTimer", Features.Timers);
    public static readonly RuntimeField Next = new(Entry, "_next", FieldShape.Reference, Features.Timers);
    public static readonly RuntimeField DueTime = new(Entry, "_dueTime", FieldShape.Bits32, Features.Timers, Features.DueTimes);
    public static readonly RuntimeField StartTicks = new(Entry, "_startTicks", FieldShape.Bits64, Features.Timers, Features.DueTimes);
    public static readonly RuntimeField Period = new(Entry, "_period", FieldShape.Bits32, Features.Timers);
    public static readonly RuntimeField State = new(Entry, "_state", FieldShape.Reference, Features.TimerCalls);
    public static readonly RuntimeField Callback = new(Entry, "_timerCallback", FieldShape.Reference, Features.TimerCalls);
    public static readonly RuntimeType Timer = new("System.Threading.Timer", Features.DueTimes);
    public static readonly RuntimeField TimerHolder = new(Timer, "_timer", FieldShape.Reference, Features.DueTimes);
    public static readonly RuntimeType Holder = new("System.Threading.TimerHolder", Features.DueTimes);
    public static readonly RuntimeField HeldEntry = new(Holder, "_timer", FieldShape.Reference, Features.DueTimes);
    public static readonly RuntimeType Periodic = new("System.Threading.PeriodicTimer", Features.PeriodicTimers);
    public static readonly RuntimeField PeriodicPeriod = new(Periodic, "_period", FieldShape.Struct, Features.PeriodicTimers);
    public static readonly RuntimeType PeriodicState = new("System.Threading.PeriodicTimer+State", Features.PeriodicTimers);
    public static readonly RuntimeField PeriodicOwner = new(PeriodicState, "_owner", FieldShape.Reference, Features.PeriodicTimers);

    public static IReadOnlyList<RuntimeEntry> All { get; } =
    [
        Queue, Short, Long, Entry, Next, DueTime, StartTicks, Period, State, Callback, Timer, TimerHolder, Holder, HeldEntry,
        Periodic, PeriodicPeriod, PeriodicState, PeriodicOwner,
    ];
}
