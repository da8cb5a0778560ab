namespace GuruReports.Hosting.History;

/// <summary>What a row of the record cannot say in numbers: why the time before it is missing or odd.</summary>
[Flags]
internal enum RowMark : byte
{
    None = 0,

    /// <summary>The machine slept: its clock since boot went on, the one that measures work did not.</summary>
    MachineSlept = 1,

    /// <summary>The time of day was set.</summary>
    ClockSet = 2,

    /// <summary>This process did not run: it was stopped, or no processor was free for it.</summary>
    ProcessStood = 4,
}
