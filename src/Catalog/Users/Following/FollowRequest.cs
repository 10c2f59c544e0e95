using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

/// <summary>Names what is followed.</summary>
internal sealed record FollowRequest([Required, Doc("Id or name.", Example = "\"jumlah-penduduk\"")] string Id);
