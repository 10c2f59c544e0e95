namespace Purbalingga.Catalog.Actions;

/// <summary>One thing that a caller can do to the catalog.</summary>
/// <typeparam name="TRequest">
/// A record whose constructor parameters are the action's parameters (see <see cref="RequestBinder"/>), or
/// <see cref="ActionInput"/> where any key may come.
/// </typeparam>
/// <typeparam name="TResult">
/// <see cref="RawJson"/>, <see cref="StreamedJson"/>, <see cref="Nothing"/>, or a type that is serialized with snake-case names.
/// </typeparam>
public interface IAction<in TRequest, TResult>
{
    /// <summary>Carries the action out. Writing actions run inside a transaction that the runner opens, commits and, on a conflict, repeats.</summary>
    /// <exception cref="NotFoundException">404</exception>
    /// <exception cref="NotAuthorizedException">403</exception>
    /// <exception cref="InvalidException">409</exception>
    ValueTask<TResult> RunAsync(TRequest request, Caller caller, CancellationToken ct);
}
