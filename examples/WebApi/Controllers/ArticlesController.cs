using Microsoft.AspNetCore.Mvc;

namespace WebApi.Controllers;

/// <summary>Articles for browsers and scripts.</summary>
[ApiController]
[Route("articles")]
public sealed class ArticlesController(Warehouse warehouse) : ControllerBase
{
    [HttpGet]
    public IReadOnlyDictionary<string, int> List() => warehouse.Levels;

    [HttpPost("{article}/orders")]
    public ActionResult<int> Order(string article, int pieces) => warehouse.Levels.ContainsKey(article) ? warehouse.Take(article, pieces) : NotFound();

    /// <summary>Slow on purpose, in a controller.</summary>
    [HttpGet("count")]
    public Task<int> CountAsync(int seconds) => Warehouse.CountAsync(TimeSpan.FromSeconds(seconds));
}
