import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, By, NeedsVersion, Version } from '../access/allow.ts';
import type { Actor } from '../platform/actor.ts';
import { made, Makes, shown, Shows } from '../platform/answers.ts';
import { IdPipe } from '../platform/id.pipe.ts';
import { ListOf, Lists } from '../platform/lists.ts';
import { RecordConversionFactor, RecordExchangeRate, RecordPrice } from './measures.dto.ts';
import { conversionFactorList, exchangeRateList, measurementUnitList, priceList } from './measures.queries.ts';
import { MeasuresService } from './measures.service.ts';
import { ConversionFactorView, ExchangeRateView, MeasurementUnitView, PriceView } from './measures.view.ts';
import { EndValidity } from './reference.dto.ts';
import { ReferenceService } from './reference.service.ts';

@ApiTags('reference')
@Controller()
export class MeasuresController {
  constructor(private readonly lists: Lists, private readonly reference: ReferenceService, private readonly measures: MeasuresService) {}

  @Get('measurement-units') @Allow('reference.read') @ApiOperation({ summary: 'Units of mass, volume and area (UCUM), and counts' }) @ListOf(MeasurementUnitView, measurementUnitList)
  units(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(measurementUnitList, reply);
  }

  @Get('conversion-factors') @Allow('reference.read') @ApiOperation({ summary: 'Grams in one of a unit that is no mass' }) @ListOf(ConversionFactorView, conversionFactorList)
  factors(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(conversionFactorList, reply);
  }

  @Get('conversion-factors/:id') @Allow('reference.read') @ApiOperation({ summary: 'One conversion factor' }) @Shows(ConversionFactorView)
  async oneFactor(@Param('id', IdPipe) id: string, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.reference.one(actor, conversionFactorList, 'f.id', id));
  }

  @Post('conversion-factors') @Allow('reference.manage') @ApiOperation({ summary: 'Add a conversion factor' }) @Makes(ConversionFactorView)
  async factor(@Body() command: RecordConversionFactor, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.measures.factor(actor, command), 'conversion-factors');
  }

  @Post('conversion-factors/:id/end') @Allow('reference.manage') @HttpCode(200) @NeedsVersion() @ApiOperation({ summary: 'End a conversion factor on a day' }) @Shows(ConversionFactorView)
  async endFactor(@Param('id', IdPipe) id: string, @Body() command: EndValidity, @By() actor: Actor, @Version() version: number | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.reference.end(actor, 'conversion_factors', conversionFactorList, id, version, command));
  }

  @Get('prices') @Allow('reference.read') @ApiOperation({ summary: 'Prices of substances' }) @ListOf(PriceView, priceList)
  prices(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(priceList, reply);
  }

  @Get('prices/:id') @Allow('reference.read') @ApiOperation({ summary: 'One price' }) @Shows(PriceView)
  async onePrice(@Param('id', IdPipe) id: string, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.reference.one(actor, priceList, 'p.id', id));
  }

  @Post('prices') @Allow('reference.manage') @ApiOperation({ summary: 'Add a price' }) @Makes(PriceView)
  async price(@Body() command: RecordPrice, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.measures.price(actor, command), 'prices');
  }

  @Post('prices/:id/end') @Allow('reference.manage') @HttpCode(200) @NeedsVersion() @ApiOperation({ summary: 'End a price on a day' }) @Shows(PriceView)
  async endPrice(@Param('id', IdPipe) id: string, @Body() command: EndValidity, @By() actor: Actor, @Version() version: number | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.reference.end(actor, 'prices', priceList, id, version, command));
  }

  @Get('exchange-rates') @Allow('reference.read') @ApiOperation({ summary: 'Exchange rates, one a day' }) @ListOf(ExchangeRateView, exchangeRateList)
  rates(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.lists.answer(exchangeRateList, reply);
  }

  @Get('exchange-rates/:id') @Allow('reference.read') @ApiOperation({ summary: 'One exchange rate' }) @Shows(ExchangeRateView)
  async oneRate(@Param('id', IdPipe) id: string, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return shown(reply, await this.reference.one(actor, exchangeRateList, 'x.id', id));
  }

  @Post('exchange-rates') @Allow('reference.manage') @ApiOperation({ summary: 'Add the exchange rate of a day' }) @Makes(ExchangeRateView)
  async rate(@Body() command: RecordExchangeRate, @By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    return made(reply, await this.measures.rate(actor, command), 'exchange-rates');
  }
}
