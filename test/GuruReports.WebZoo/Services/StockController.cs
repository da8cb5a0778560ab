using Microsoft.AspNetCore.Mvc;

namespace GuruReports.WebZoo.Services;

/// <summary>Actions that block their threads.</summary>
[ApiController]
[Route("stock")]
public sealed class StockController : ControllerBase
{
    private static readonly ManualResetEventSlim s_never = new();

    [HttpGet("{id:int}")]
    public string Count(int id)
    {
        Census.Enter();
        s_never.Wait();
        return $"{id}";
    }

    /// <summary>So small that the compiler builds it into the method that calls it.</summary>
    [HttpGet("small")]
    public string Small() => Warehouse.Wait();
}
